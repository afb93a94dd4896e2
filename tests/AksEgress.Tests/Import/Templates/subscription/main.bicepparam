using 'main.bicep'

param prefix = 'shop'
